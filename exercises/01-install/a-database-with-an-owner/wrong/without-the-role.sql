-- feedback: sql
CREATE DATABASE training OWNER coach;
