"""One way of telling a pledge a file: a sum that an agreement tells, aid that a ship brings, a debt forgiven."""
