address <- paste0(Sys.getenv("BAOGAO"), "reports/330200/2020/figures.csv")
figures <- read.csv(address, fileEncoding = "UTF-8-BOM", colClasses = "character")
print(subset(figures, status == "target", c(text, label, quote)), row.names = FALSE)
