# 各地牵头单位各牵头几条：用 readr 读 CSV，类型照 datapackage.json；再用 jsonlite 取一条的 JSON。
library(readr)
library(jsonlite)

site <- Sys.getenv("SITE", "https://example.org") # 站点的地址
package <- fromJSON(paste0(site, "/data/datapackage.json"), simplifyVector = FALSE)
resources <- setNames(package$resources, sapply(package$resources, `[[`, "name"))
kinds <- c(string = "c", integer = "i", number = "d", boolean = "l")

# 一张表：文字就是文字（3.10 不是 3.1），开头的一个撇号去掉。
table_of <- function(name) {
  fields <- resources[[name]]$schema$fields
  types <- paste(kinds[sapply(fields, `[[`, "type")], collapse = "")
  frame <- read_csv(paste0(site, "/data/", resources[[name]]$path), col_types = types)
  texts <- sapply(frame, is.character)
  frame[texts] <- lapply(frame[texts], function(column) sub("^'", "", column))
  frame
}

duties <- table_of("responsibilities")
agencies <- table_of("agencies")
lead <- merge(duties[duties$role == "lead", ], agencies, by.x = "agency", by.y = "id", suffixes = c("", "_agency"))
counted <- as.data.frame(table(lead$jurisdiction, lead$name_agency), stringsAsFactors = FALSE)
counted <- counted[counted$Freq > 0, ]
writeLines(paste(counted[, 1], counted[, 2], counted[, 3], sep = "\t"))

measure <- fromJSON(paste0(site, "/data/measures/gansu-enclave-economy/3.10.json"))
writeLines(paste(measure$measure$ref, measure$measure$heading, sep = "\t"))
