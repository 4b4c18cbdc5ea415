-- feedback: different-cells
CREATE ROLE athleticu LOGIN;
ALTER ROLE athleticu SUPERUSER CREATEDB;
