package com.acme.wording;

class FirstTest extends Reviews {}
