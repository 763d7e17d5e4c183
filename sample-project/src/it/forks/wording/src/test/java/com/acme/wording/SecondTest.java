package com.acme.wording;

class SecondTest extends Reviews {}
