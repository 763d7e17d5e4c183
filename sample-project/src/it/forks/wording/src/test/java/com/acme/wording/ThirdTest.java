package com.acme.wording;

class ThirdTest extends Reviews {}
