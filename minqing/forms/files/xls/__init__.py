"""Old binary workbooks (.xls) turned into new ones with everything their office put into them."""
