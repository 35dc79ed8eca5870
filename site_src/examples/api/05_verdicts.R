address <- paste0(Sys.getenv("BAOGAO"), "data/targets.csv")
targets <- read.csv(address, fileEncoding = "UTF-8-BOM", colClasses = c(area = "character"))
here <- subset(targets, area == "330200" & year == 2019, c(indicator, target_low, outcome, state_code))
print(here[order(here$state_code), ], row.names = FALSE)
