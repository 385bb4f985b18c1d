"""What helps an office with products of its own: lists of fields, forms, previews, a beginning."""
