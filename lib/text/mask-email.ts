/** "ann@example.com" becomes "a***@example.com": enough to recognise, too little to write to. */
export const maskEmail = (email: string) => email.replace(/^(.)[^@]*@/u, "$1***@");
