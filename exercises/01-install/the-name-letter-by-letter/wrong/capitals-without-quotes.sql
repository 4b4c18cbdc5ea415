-- feedback: small-letters
CREATE DATABASE CLUBARCHIVE;
