address <- paste0(Sys.getenv("BAOGAO"), "indicators/gdp.csv")
gdp <- read.csv(address, fileEncoding = "UTF-8-BOM", colClasses = c(area = "character", period = "character"))
growth <- subset(gdp, area == "330200" & measure == "growth", c(period, status, value, bound, report))
print(growth, row.names = FALSE)
