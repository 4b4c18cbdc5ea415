-- feedback: another-database
CREATE ROLE coach LOGIN;
ALTER DATABASE athleticu OWNER TO coach;
