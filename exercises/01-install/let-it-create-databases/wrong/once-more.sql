-- feedback: sql
CREATE ROLE athleticu LOGIN;
CREATE ROLE athleticu CREATEDB;
