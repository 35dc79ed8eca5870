# 各地区报告写明的研发投入占比（R，不用任何包）
observations <- read.csv("observations.csv", fileEncoding = "UTF-8-BOM", colClasses = c(area = "character", period = "character"))
areas <- read.csv("areas.csv", fileEncoding = "UTF-8-BOM", colClasses = c(area = "character", parent = "character"))
share <- subset(observations, indicator == "rd_intensity" & measure == "level" & status == "actual")
print(merge(share, areas)[, c("name", "period", "value")], row.names = FALSE)
