schema <- jsonlite::fromJSON(paste0(Sys.getenv("BAOGAO"), "api/v1/schema.json"))
columns <- schema[["$defs"]]$observations$properties
for (name in names(columns)) cat(name, columns[[name]]$title, columns[[name]]$description, "\n", sep = "\t")
