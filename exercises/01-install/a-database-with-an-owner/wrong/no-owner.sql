-- feedback: no-owner
CREATE ROLE coach LOGIN;
CREATE DATABASE training;
