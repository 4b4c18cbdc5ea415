-- feedback: sql
CREATE ROLE athleticu LOGIN;
GRANT CREATEDB TO athleticu;
