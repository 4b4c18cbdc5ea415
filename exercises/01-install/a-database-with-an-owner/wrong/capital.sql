-- feedback: quoted
CREATE ROLE coach LOGIN;
CREATE DATABASE "Training" OWNER coach;
