-- feedback: different-cells
CREATE ROLE athleticu LOGIN PASSWORD 'stride' BYPASSRLS;
