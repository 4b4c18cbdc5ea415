-- feedback: role-as-name
CREATE ROLE coach LOGIN;
CREATE DATABASE coach OWNER coach;
