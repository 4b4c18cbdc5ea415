-- feedback: no-login
CREATE ROLE athleticu CREATEDB;
