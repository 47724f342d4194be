/** Why a vendor will not do something, however often it is asked. */
export type RefusalCode =
  | 'NUMBER_GONE'
  | 'NO_FUNDS'
  | 'ADDRESS_REQUIRED'
  | 'TRIAL_LIMIT'
  | 'VENDOR_LIMIT'
  | 'WRONG_CREDENTIALS'
  | 'NUMBER_ELSEWHERE'
  | 'NOT_FOUND'
  | 'REFUSED'

/** What asking a vendor came to. `later`: certainly not done, may be asked again. `unknown`: it may have been done; look before asking
 *  again. `vendorCode` is the vendor's own code, for the operator. Nothing in it holds credentials, names or numbers. */
export type VendorAnswer<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; code: RefusalCode; vendorCode: string }
  | { kind: 'later'; vendorCode: string; retryAfterMs: number | null }
  | { kind: 'unknown'; vendorCode: string }
