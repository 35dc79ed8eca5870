// The review of figures in the preview.
