/** Address of the app, with a slash at its end. Built workers lie one folder below the page; the dev server serves it at its root. */
export const appFolder = new URL(import.meta.env.DEV ? import.meta.env.BASE_URL : '../', self.location.href).href;
