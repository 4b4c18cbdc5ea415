-- feedback: grant-on-database
CREATE ROLE athleticu LOGIN;
GRANT CREATE ON DATABASE athleticu TO athleticu;
