fetch("x");
