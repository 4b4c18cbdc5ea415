-- feedback: sql
CREATE ROLE coach LOGIN;
SET ROLE coach;
CREATE DATABASE training;
