CREATE ROLE athleticu;
