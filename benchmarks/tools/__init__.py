"""One module for each tool: given a task, it makes the documents and says what they cost."""
