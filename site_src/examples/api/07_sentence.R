base <- Sys.getenv("BAOGAO")
report <- jsonlite::fromJSON(paste0(base, "api/v1/reports/330200/2020.json"))
first <- jsonlite::fromJSON(paste0(base, report$figures))$figures[1, ]
cat(first$text, first$quote, paste0(base, report$page, "#", first$figure), sep = "\n")
