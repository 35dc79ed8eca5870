address <- paste0(Sys.getenv("BAOGAO"), "data/target_panel.csv")
panel <- read.csv(address, fileEncoding = "UTF-8-BOM", colClasses = c(area = "character"), na.strings = "")
goals <- subset(panel, indicator == "gdp" & year == 2020 & is.na(absent), c(area, low, high, bound, quote))
print(goals[order(-goals$low), ], row.names = FALSE)
