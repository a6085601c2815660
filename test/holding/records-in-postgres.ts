/** What a test breaks here is PostgreSQL as the store of the records: they are kept there, whatever EVENT_STORE_URL says. */
export function keepRecordsInPostgres(): void {
  delete process.env['EVENT_STORE_URL'];
}
