/** The system's code (`EACCES`) or the error's class. Never its message, which may quote what was being read. */
export const errorCode = (error: unknown): string => {
  if (error instanceof Error) {
    return 'code' in error && typeof error.code === 'string' ? error.code : error.name
  }
  return typeof error
}
