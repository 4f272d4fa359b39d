import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './colours.css';
import './page.css';
