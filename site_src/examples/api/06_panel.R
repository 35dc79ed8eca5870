address <- paste0(Sys.getenv("BAOGAO"), "data/target_panel.csv")
panel <- read.csv(address, fileEncoding = "UTF-8-BOM", colClasses = c(area = "character"))
print(table(subset(panel, indicator == "gdp")$absent))
