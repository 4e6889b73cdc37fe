-- How far a lead came is read through the customer it became: from the account back to its leads, the first one first.
create index leads_by_account on leads (org_id, account_id, converted_at, id) where account_id is not null;
