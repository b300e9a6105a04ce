/** The host of a service, which is what a person knows it by; the URL itself where it cannot be read. */
export function serviceHost(serviceUrl: string | null): string | null {
  if (serviceUrl === null) return null;
  return URL.canParse(serviceUrl) ? new URL(serviceUrl).host : serviceUrl;
}
