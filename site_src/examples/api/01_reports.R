index <- jsonlite::fromJSON(paste0(Sys.getenv("BAOGAO"), "api/v1/index.json"))
for (i in seq_len(nrow(index$areas)))
  cat(index$areas$area[i], index$areas$name[i], index$areas$years[[i]], "\n")
