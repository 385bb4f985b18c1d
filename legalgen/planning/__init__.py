"""Records and products in, documents to make out: who, which number, which file, which fields."""
