version <- commandArgs(trailingOnly = TRUE)[1]
address <- paste0(Sys.getenv("BAOGAO"), "api/v1/changes/", version, ".json")
change <- jsonlite::fromJSON(address, simplifyVector = FALSE)
cat(change$from$version, "→", change$to$version, "\n")
print(lengths(change[c("added", "removed", "changed")]))
