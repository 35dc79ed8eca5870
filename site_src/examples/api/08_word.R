lines <- readLines(paste0(Sys.getenv("BAOGAO"), "reports/330200/2020/report.md"), encoding = "UTF-8")
body <- lines[-seq_len(which(lines == "---")[2])]  # 开头是元数据
print(sum(lengths(regmatches(body, gregexpr("就业", body, fixed = TRUE)))))
