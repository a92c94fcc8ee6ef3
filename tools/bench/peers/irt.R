# Rscript irt.R CELLS PERSONS ITEMS MODEL: fits one-byte cells (255 = missing) with what is installed.
args <- commandArgs(TRUE)
persons <- as.integer(args[2]); items <- as.integer(args[3]); model <- args[4]
cells <- as.integer(readBin(args[1], "raw", persons * items))
cells[cells == 255L] <- NA
x <- matrix(cells, persons, items, byrow = TRUE)
colnames(x) <- sprintf("i%03d", seq_len(items))
report <- function(name, fit) {
  seconds <- system.time(value <- try(suppressMessages(fit()), silent = TRUE))[["elapsed"]]
  if (!inherits(value, "try-error")) cat(name, sprintf("%.3f s", seconds), sprintf("log-likelihood %.4f", value), sep = "\t", fill = TRUE)
}
has <- function(package) requireNamespace(package, quietly = TRUE)
itemtype <- c(rasch = "Rasch", `2pl` = "2PL", `3pl` = "3PL", grm = "graded", gpcm = "gpcm")[[model]]
if (has("mirt")) report("mirt", function() {
  fit <- mirt::mirt(as.data.frame(x), 1, itemtype = itemtype, verbose = FALSE, calcNull = FALSE)
  mirt::extract.mirt(fit, "logLik")
})
if (has("TAM") && model %in% c("rasch", "2pl", "gpcm")) report("TAM", function() {
  fit <- switch(model,
    rasch = TAM::tam.mml(x, verbose = FALSE),
    `2pl` = TAM::tam.mml.2pl(x, irtmodel = "2PL", verbose = FALSE),
    gpcm = TAM::tam.mml.2pl(x, irtmodel = "GPCM", verbose = FALSE))
  as.numeric(logLik(fit))
})
if (has("dexterMML") && model == "2pl") report("dexterMML", function() {
  fit <- dexterMML::fit_2pl(x, se = FALSE)
  fit$em$log_likelihood
})
