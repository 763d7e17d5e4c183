package com.acme.ranking;

class SecondTest extends Reviews {}
