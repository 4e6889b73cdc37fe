-- Letters hold links that open accounts: once they are sent or given up, only recipients and subject stay.
update mails set body = '', html = null where status <> 'waiting' and (body <> '' or html is not null);
