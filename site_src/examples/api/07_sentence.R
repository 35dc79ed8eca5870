base <- Sys.getenv("BAOGAO")
report <- jsonlite::fromJSON(paste0(base, "api/v1/reports/330200/2020.json"))
figures <- read.csv(paste0(base, report$figures_csv), fileEncoding = "UTF-8-BOM")
first <- figures[1, ]
cat(first$text, first$quote, paste0(base, report$page, "#", first$figure), sep = "\n")
