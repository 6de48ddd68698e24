/** Types of credentials (SyncML representation protocol 1.2 §5.7 "Cred"), in lower case. */
export const basicType = 'syncml:auth-basic';

/** MD5 of user, password and nonce. */
export const md5Type = 'syncml:auth-md5';

/** Octets of an MD5 digest. */
export const md5Octets = 16;
