/** A region of the page. */
export default function StagePanel() {
  return <section />;
}
