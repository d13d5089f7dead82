//! Quarterlight reads a council's quarter data and shows what it means.
