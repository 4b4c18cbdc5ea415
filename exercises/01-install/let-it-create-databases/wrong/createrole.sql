-- feedback: createrole
CREATE ROLE athleticu LOGIN;
ALTER ROLE athleticu CREATEROLE;
