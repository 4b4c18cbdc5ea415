-- feedback: sql
CREATE ROLE athleticu LOGIN PASSWORD stride;
