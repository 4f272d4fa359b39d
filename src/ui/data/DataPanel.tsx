/** A region of the page. */
export default function DataPanel() {
  return <section />;
}
