/** Whether this is the browser of another app: it may not print or save, and keeps a record of its own. */
export const inApp = /Zalo|FBAN|FBAV|Instagram|Line\/|; wv\)/.test(navigator.userAgent);
